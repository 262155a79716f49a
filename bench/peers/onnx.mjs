// ONNX models of one operator, written by hand: the few fields of the protobuf format that they need (onnx.proto3).
const varint = n => {
  const bytes = []
  for (let rest = BigInt.asUintN(64, BigInt(n)); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)]
    bytes.push(Number(rest & 127n) | 128)
  }
}
const number = (field, n) => [...varint(field << 3), ...varint(n)]
const bytes = (field, content) => {
  const data = typeof content === 'string' ? [...Buffer.from(content)] : content
  return [...varint((field << 3) | 2), ...varint(data.length), ...data]
}
const float = (field, x) => [...varint((field << 3) | 5), ...new Uint8Array(new Float32Array([x]).buffer)]

/** A text, an integer (a bigint) or a float (a number). */
const attribute = (name, value) =>
  typeof value === 'string'
    ? [...bytes(1, name), ...bytes(4, value), ...number(20, 3)]
    : typeof value === 'bigint'
      ? [...bytes(1, name), ...number(3, value), ...number(20, 2)]
      : [...bytes(1, name), ...float(2, value), ...number(20, 1)]

const node = ({ op, domain = '', attributes = {}, inputs, outputs }) => [
  ...inputs.flatMap(name => bytes(1, name)),
  ...outputs.flatMap(name => bytes(2, name)),
  ...bytes(4, op),
  ...Object.entries(attributes).flatMap(([name, value]) => bytes(5, attribute(name, value))),
  ...bytes(7, domain),
]

/** A float tensor whose dimensions have names: any size. */
const value = (name, dimensions) => {
  const shape = dimensions.flatMap(d => bytes(1, bytes(2, d)))
  return [...bytes(1, name), ...bytes(2, bytes(1, [...number(1, 1), ...bytes(2, shape)]))]
}

/** Operators of ONNX and of com.microsoft in a row; every input and output is a tensor of rows x columns. */
export function model({ nodes, inputs, opset = 20 }) {
  const graph = [
    ...nodes.flatMap(n => bytes(1, node(n))),
    ...bytes(2, 'graph'),
    ...inputs.flatMap(name => bytes(11, value(name, ['rows', 'columns']))),
    ...bytes(12, value('y', ['rows', 'columns'])),
  ]
  const imports = [bytes(1, ''), bytes(1, 'com.microsoft')].map((domain, i) => bytes(8, [...domain, ...number(2, i === 0 ? opset : 1)]))
  return new Uint8Array([...number(1, 9), ...bytes(2, 'xphi'), ...bytes(7, graph), ...imports.flat()])
}
