// Usage: node scan.mjs PORT PATH. Prints what HTTP Observatory thinks of https://localhost:PORT/PATH.
import { connect, createServer } from "node:net";
import { scan } from "@mdn/mdn-http-observatory";

const [port, path] = process.argv.slice(2);

// The scan asks one authority over TLS and without, as a site has the ports 443 and 80. What ends TLS there also
// redirects what came without.
const site = createServer((visitor) => {
  visitor.on("error", () => visitor.destroy());
  visitor.once("data", (first) => {
    if (first[0] !== 0x16) {
      const location = `https://localhost:${site.address().port}${path}`;
      visitor.end(`HTTP/1.1 301 Moved Permanently\r\nLocation: ${location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const service = connect(Number(port), "127.0.0.1");
    service.on("error", () => visitor.destroy());
    service.write(first);
    visitor.pipe(service).pipe(visitor);
  });
});

site.listen(0, "localhost", async () => {
  const { scan: { score, grade }, tests } = await scan(`localhost:${site.address().port}${path}`);
  const parts = Object.entries(tests).map(([name, { result, scoreModifier }]) => [name, `${result} ${scoreModifier}`]);
  console.log(JSON.stringify({ score, grade, parts: Object.fromEntries(parts) }));
  process.exit(0);
});
