document.title = "plain";
