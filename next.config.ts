import type { NextConfig } from "next";

const config: NextConfig = {
	images: { unoptimized: true },
	poweredByHeader: false,
	reactStrictMode: true,
	serverExternalPackages: ["@node-rs/argon2", "pg", "pg-copy-streams", "nodemailer"],
	typedRoutes: false,
	turbopack: { root: import.meta.dirname },
};

export default config;
