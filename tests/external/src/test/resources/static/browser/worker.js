fetch("/logo.png").then((answer) => postMessage(answer.status));
