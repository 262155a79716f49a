import 'virtual:palette.css'
import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { keepOffline } from './engine/offline.ts'
import { sections } from './engine/sections.svelte.ts'
import { i18n } from './i18n/i18n.svelte.ts'
import { lab } from './state/lab.svelte.ts'
import { media } from './state/media.svelte.ts'

lab.start()
media.start()
void sections.load()
await i18n.start()
mount(App, { target: document.getElementById('app')! })
keepOffline()
