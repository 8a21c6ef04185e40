if (opener) { opener.postMessage("signed in", "*"); }
