// The script of every page. The words are the page's own.
import { showAddresses } from "./addresses.js";
import { offerClauseTools } from "./clauses.js";
import { openParts } from "./folds.js";
import { takeNoOrdersFromLetters } from "./keys.js";
import { standInForPopovers } from "./popovers.js";
import { openSearchByButton } from "./search.js";

takeNoOrdersFromLetters();
standInForPopovers();
openParts();
showAddresses();
openSearchByButton();
offerClauseTools();
