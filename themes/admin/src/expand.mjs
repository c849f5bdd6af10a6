// What `ocop` wrote once and fields share: a field's `options: { $options: "place" }` becomes that list itself.

export function expand(value, lists) {
  if (Array.isArray(value)) return value.map((item) => expand(item, lists));
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$options === "string") return lists[value.$options];
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner, lists)]));
}
