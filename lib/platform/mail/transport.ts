import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { readEnv } from "@/lib/platform/env/env";

let transporter: { url: string; transport: Transporter } | undefined;

/** The configured mail server, one connection pool per process; null when none is configured. */
export function mailTransport(): Transporter | null {
	const url = readEnv().SMTP_URL;
	if (!url) return null;
	if (transporter?.url !== url) {
		transporter?.transport.close();
		const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
		transporter = { url, transport: createTransport({ url, pool: true, maxConnections: 2, ...timeouts }) };
	}
	return transporter.transport;
}

export function isMailServerConfigured(): boolean {
	return readEnv().SMTP_URL !== undefined;
}
