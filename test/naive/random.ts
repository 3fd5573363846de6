/** Chance that is the same everywhere: mulberry32. */
export class Random {
  #state: number;
  #last = 0;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  chance(probability: number): boolean {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    this.#last = ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    return this.#last < probability;
  }
  /** From 0, below `below`. */
  int(below: number): number {
    this.chance(1);
    return Math.floor(this.#last * below);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)] as T;
  }
}
