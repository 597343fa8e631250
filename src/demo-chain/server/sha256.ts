const PRIMES: number[] = []
for (let number = 2; PRIMES.length < 64; number++) {
  if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number)
}

/** FIPS 180-4: the constants are the first 32 bits behind the point of roots of primes. */
const firstBits = (root: number): number => Math.floor((root % 1) * 0x1_0000_0000)

const ROUNDS = Int32Array.from(PRIMES, (prime) => firstBits(Math.cbrt(prime)))
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => firstBits(Math.sqrt(prime)))

const BLOCK = 64
const words = new Int32Array(64)

/**
 * SHA-256, at once: the browser's own answers later. By hand, for it is a third of the size of a library's; what it
 * hashes is invented and needs no guard against those who measure it.
 */
export function sha256(message: Uint8Array): Uint8Array {
  const whole = Math.ceil((message.length + 9) / BLOCK) * BLOCK
  const padded = new Uint8Array(whole)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(whole - 8, BigInt(message.length) * 8n)
  const state = START.slice()
  for (let at = 0; at < whole; at += BLOCK) compress(view, at, state)
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word)
  })
  return new Uint8Array(digest.buffer)
}

function compress(view: DataView, at: number, state: Int32Array): void {
  for (let t = 0; t < 16; t++) words[t] = view.getInt32(at + t * 4)
  for (let t = 16; t < 64; t++) {
    const near = words[t - 2] ?? 0
    const far = words[t - 15] ?? 0
    const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)
    const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)
    words[t] = s1 + (words[t - 7] ?? 0) + s0 + (words[t - 16] ?? 0)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[t] ?? 0) + (words[t] ?? 0)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word
  })
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
