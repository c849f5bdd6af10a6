// What pages for visitors and buyers do with a script; each part looks for its own marks and stays away without them.
import { offer } from "./enquiry-add.js";

offer();
