import { createServer, type Socket } from "node:net";

export type SmtpServer = { url: string; messages: string[]; refuse: boolean; close: () => Promise<void> };

/** A mail server that speaks as much SMTP as is needed to hand over a message, or to refuse it. */
export async function startSmtpServer(): Promise<SmtpServer> {
	const sockets = new Set<Socket>();
	const state = { messages: [] as string[], refuse: false };
	const server = createServer((socket) => {
		sockets.add(socket);
		let body: string | null = null;
		let buffer = "";
		socket.write("220 test\r\n");
		socket.on("error", () => undefined);
		socket.on("data", (chunk) => {
			buffer += chunk.toString("utf8");
			for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
				const line = buffer.slice(0, end);
				buffer = buffer.slice(end + 2);
				if (body !== null) {
					if (line !== ".") {
						body += `${line}\n`;
						continue;
					}
					state.messages.push(body);
					body = null;
					socket.write("250 taken\r\n");
				} else if (/^MAIL/i.test(line) && state.refuse) socket.write("451 try later\r\n");
				else if (/^DATA/i.test(line)) {
					body = "";
					socket.write("354 go on\r\n");
				} else socket.write("250 ok\r\n");
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return Object.assign(state, {
		url: `smtp://127.0.0.1:${port}`,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	});
}
