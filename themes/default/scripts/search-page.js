// The page of the search: nobody is here for anything else, so its client comes with its interface, a step earlier.
import {} from "./search-here.js";
import {} from "./search-ui.js";
