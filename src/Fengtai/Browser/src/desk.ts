// The desk: what the portal has, and live pages, rows, keys, the drawer.
import './portal'
import { watchDrawer } from './drawer'
import { watchKeys } from './keys'
import { stayLive } from './live'
import { watchRows } from './rows'

watchDrawer()
watchRows()
watchKeys()
stayLive()
