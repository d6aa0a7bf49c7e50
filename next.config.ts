import type { NextConfig } from "next";

const config: NextConfig = {
	images: { unoptimized: true },
	poweredByHeader: false,
	reactStrictMode: true,
	serverExternalPackages: ["@node-rs/argon2", "pg", "pg-copy-streams", "nodemailer", "pg-boss"],
	typedRoutes: false,
	// `npm test` checks the types of the whole tree; a first start need not wait for it again.
	typescript: { ignoreBuildErrors: true },
	turbopack: { root: import.meta.dirname },
};

export default config;
