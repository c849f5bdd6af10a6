// The page of the search: nobody is here for anything else, so its client comes with its interface, a step earlier.
import { open } from "./search.js";
import {} from "./search-ui.js";

// The interface imports the client from the script that its form names: here this one.
export { open };
