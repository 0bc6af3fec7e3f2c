/** The page begins: styles, then the shell. */
import { createRoot } from 'react-dom/client'
import './look/tokens.css'
import './look/base.css'
import { App } from './App.tsx'
import { preload } from './pages.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
preload(location.pathname)
createRoot(root).render(<App />)
