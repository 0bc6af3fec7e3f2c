/** One soft chime, made here: no sound file is fetched. */

/** Seconds until it has died away, its pitch in hertz, and how loud it begins. */
const LASTS = 1.8
const PITCH = 660
const LOUD = 0.18

/** Must be called from a press, which is when a browser lets a page sound. Chimes once for each call of its result. */
export function createChime(): () => void {
  const audio = new AudioContext()
  return () => {
    const now = audio.currentTime
    for (const [tone, share] of [
      [PITCH, 1],
      [PITCH * 1.5, 0.4],
    ] as const) {
      const swing = audio.createOscillator()
      const gain = audio.createGain()
      swing.frequency.value = tone
      gain.gain.setValueAtTime(LOUD * share, now)
      gain.gain.exponentialRampToValueAtTime(0.0001, now + LASTS)
      swing.connect(gain).connect(audio.destination)
      swing.start(now)
      swing.stop(now + LASTS)
    }
  }
}
