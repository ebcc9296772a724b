/**
 * The rival of `npm run bench`: a bare HTTP server in a process of its own, which reads a request to its end and
 * answers a constant. Its argument is JSON, a body by first path segment; it prints its address.
 */
import { createServer } from 'node:http';

const bodies = new Map(
  Object.entries(JSON.parse(process.argv[2])).map(([name, text]) => [name, Buffer.from(text)]),
);

const server = createServer((request, response) => {
  request.on('data', () => undefined);
  request.on('end', () => {
    const body = bodies.get(request.url.split('/')[1]);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
    });
    response.end(body);
  });
});
// As the local cloud keeps its connections.
server.keepAliveTimeout = 30_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
