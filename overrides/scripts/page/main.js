// The script of every page. The words are the page's own.
import { showAddresses } from "./addresses.js";
import { offerClauseTools } from "./clauses.js";
import { openParts } from "./folds.js";
import { listenForLeaving } from "./leave.js";
import { openSearchByButton } from "./search.js";

listenForLeaving();
openParts();
showAddresses();
openSearchByButton();
offerClauseTools();
