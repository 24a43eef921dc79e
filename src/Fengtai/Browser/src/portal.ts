// What every page gets. The portal works without any of it.
import '@hotwired/turbo'
import { Application } from '@hotwired/stimulus'
import { ComboboxController } from './combobox-controller'
import { DependsController } from './depends-controller'
import { watchDialogs } from './dialogs'
import { DraftsController, forgetDraftsOnSignOut, forgetFinishedDrafts } from './drafts-controller'
import { keepWhatIsBeingUsed } from './morph'
import { OpensController } from './opens-controller'
import { watchSubmitting } from './submitting'
import { showToasts } from './toasts'
import { UploadController } from './upload-controller'
import { keepTimesFresh } from './when'

keepWhatIsBeingUsed()
watchSubmitting()
watchDialogs()
forgetDraftsOnSignOut()
forgetFinishedDrafts()
showToasts()
keepTimesFresh()

// what keeps a page live is fetched only where something on it may change
addEventListener('turbo:load', () => {
  if (document.querySelector('[data-live-topics]')) void import('./live').then(live => live.stayLive())
})

export const application = Application.start()
application.register('combobox', ComboboxController)
application.register('depends', DependsController)
application.register('drafts', DraftsController)
application.register('opens', OpensController)
application.register('upload', UploadController)
