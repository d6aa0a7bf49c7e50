import type { NextConfig } from "next";

const config: NextConfig = {
	images: { unoptimized: true },
	poweredByHeader: false,
	reactStrictMode: true,
	serverExternalPackages: ["@node-rs/argon2", "pg", "pg-copy-streams", "nodemailer", "pg-boss"],
	typedRoutes: false,
	// Answers of actions pass the proxy by: they are read by a script of the page, and never shown.
	headers: async () => [
		{
			source: "/:path*",
			has: [{ type: "header", key: "next-action" }],
			headers: [
				{ key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
				{ key: "x-content-type-options", value: "nosniff" },
				{ key: "x-frame-options", value: "DENY" },
				{ key: "referrer-policy", value: "same-origin" },
			],
		},
	],
	// `npm test` checks the types of the whole tree; a first start need not wait for it again.
	typescript: { ignoreBuildErrors: true },
	turbopack: { root: import.meta.dirname },
};

export default config;
