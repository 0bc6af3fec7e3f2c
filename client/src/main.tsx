/** The page begins: styles, the language of this device, then the shell. */
import { createRoot } from 'react-dom/client'
import './look/tokens.css'
import './look/base.css'
import { App } from './App.tsx'
import { preload } from './pages.ts'
import { inWantedLanguage } from './words/language.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('No #root')
inWantedLanguage(() => {
  // Not before: words are in the language of the device once the part that says them is evaluated.
  preload(location.pathname)
  createRoot(root).render(<App />)
})
