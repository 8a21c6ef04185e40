navigator.mediaDevices.getUserMedia({ video: true }).then(
  (stream) => { document.title = "track " + stream.getVideoTracks()[0].readyState; },
  (error) => { document.title = error.name; });
