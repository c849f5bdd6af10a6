// What pages for visitors and buyers do with a script; each part looks for its own marks and stays away without them.
import { offer } from "./enquiry-add.js";
import { share } from "./share.js";

offer();
share();
