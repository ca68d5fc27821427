/** The part of the WebAssembly interface (W3C) that the engine needs; Node's own types leave it to the browser's. */
declare namespace WebAssembly {
  type ImportValue = ((...values: number[]) => unknown) | object | number;
  type Imports = Record<string, Record<string, ImportValue>>;
  type Exports = Readonly<Record<string, unknown>>;
  class Module {
    private readonly module: never;
  }
  class Instance {
    readonly exports: Exports;
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Imports): Promise<Instance>;
}
