// The enquiry list of this device: what is asked for, by code or by the last part of a product's address. It is
// kept in the browser's own storage and goes nowhere unless its owner copies it.

const PLACE = "hoi-hang";

/** `{ items: { TH01: "12 chai" }, who, date, note }`. */
export function load() {
  try {
    return { items: {}, ...JSON.parse(localStorage.getItem(PLACE)) };
  } catch {
    return { items: {} };
  }
}

/** Whether the device kept it. */
export function keep(list) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}
