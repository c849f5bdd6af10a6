// The client, for the interface that comes after it in the same file.
import { open } from "./search.js";
self.ocop = { open };
