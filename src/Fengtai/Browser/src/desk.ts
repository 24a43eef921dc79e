// The desk: what the portal has, and live pages, rows, keys, the drawer.
import { application } from './portal'
import { AgainController } from './again-controller'
import { showAnswers } from './answers'
import { BellController } from './bell-controller'
import { CompletesController } from './completes-controller'
import { watchDrawer } from './drawer'
import { FilterController } from './filter-controller'
import { FollowsController } from './follows-controller'
import { watchKeys } from './keys'
import { stayLive } from './live'
import { InsertsController } from './inserts-controller'
import { NarrowsController } from './narrows-controller'
import { NewsController } from './news-controller'
import { watchNeighbours } from './neighbours'
import { watchPalette } from './palette'
import { PaintsController } from './paints-controller'
import { PresenceController } from './presence-controller'
import { watchRows } from './rows'
import { RendersController } from './renders-controller'
import { SortsController } from './sorts-controller'
import { keepTabsInSight } from './tabs'
import { TakesController } from './takes-controller'
import { TemplatesController } from './templates-controller'

watchDrawer()
watchRows()
watchNeighbours()
watchKeys()
watchPalette()
stayLive()
keepTabsInSight()
showAnswers()

application.register('again', AgainController)
application.register('bell', BellController)
application.register('completes', CompletesController)
application.register('follows', FollowsController)
application.register('filter', FilterController)
application.register('inserts', InsertsController)
application.register('narrows', NarrowsController)
application.register('renders', RendersController)
application.register('sorts', SortsController)
application.register('takes', TakesController)
application.register('news', NewsController)
application.register('paints', PaintsController)
application.register('presence', PresenceController)
application.register('templates', TemplatesController)
