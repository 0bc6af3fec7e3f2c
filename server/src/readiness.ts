/** Whether the server takes work at this moment: what was due has been woken, and the disk takes writes. */
import type { Disk } from './disk.ts'

export class Readiness {
  private readonly disk: Pick<Disk, 'works'>
  private awake = false

  constructor(disk: Pick<Disk, 'works'>) {
    this.disk = disk
  }

  /** Everything that was due has been woken. */
  started(): void {
    this.awake = true
  }

  stopping(): void {
    this.awake = false
  }

  async isReady(): Promise<boolean> {
    // Whoever is not ready gets no work, so that no session would find out that the disk is well again.
    return (await this.disk.works()) && this.awake
  }
}
