import { demoServer } from './demoServer'
import { mistakeStories } from './mistakeStories'
import { monthStories } from './monthStories'
import { reconcileStories } from './reconcileStories'

const { as, picture, toldNobody } = demoServer()

monthStories({ as, picture })
mistakeStories({ as, picture })
reconcileStories({ as, picture })
toldNobody()
