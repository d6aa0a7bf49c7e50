import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn, signOut } from "@/lib/domains/identity/mutations/sign-in";
import { signInSchema } from "@/lib/domains/identity/schema";
import { authSecret, readEnv } from "@/lib/platform/env/env";
import { logError } from "@/lib/platform/log/log";
import { routes } from "@/lib/platform/routes/routes";
import { clientAddressOf } from "@/lib/platform/session/client-address";
import { sessionCookieName } from "@/lib/platform/session/cookie-name";
import { sessionLifetime } from "@/lib/platform/session/session-row";

const credentials = Credentials({
	credentials: { email: { type: "email" }, password: { type: "password" } },
	/** Throws the refusal's code, which next-auth hands to the sign-in form as `error`; fails closed. */
	async authorize(given, request) {
		const parsed = signInSchema.safeParse(given);
		if (!parsed.success) throw new Error("CREDENTIALS_WRONG");
		const headers = new Headers(request.headers as HeadersInit);
		const outcome = await signIn({
			...parsed.data,
			address: clientAddressOf(headers),
			userAgent: headers.get("user-agent"),
		}).catch((error: unknown) => {
			logError("sign-in failed", { error });
			throw new Error("SIGN_IN_UNAVAILABLE");
		});
		if (!outcome.ok) throw new Error(outcome.reason);
		return { id: outcome.userId, sessionToken: outcome.token };
	},
});

function tokenIn(value: object | undefined): string | null {
	return value && "sessionToken" in value && typeof value.sessionToken === "string"
		? value.sessionToken
		: null;
}

/** Made per request, because importing a module must not need the settings (the build does that). */
function authOptions(): AuthOptions {
	const secure = readEnv().PORTAL_URL.startsWith("https://");
	const maxAge = sessionLifetime.absoluteDays * 86_400;
	return {
		secret: authSecret(),
		providers: [credentials],
		session: { strategy: "jwt", maxAge },
		useSecureCookies: secure,
		cookies: {
			sessionToken: {
				name: sessionCookieName(),
				options: { httpOnly: true, sameSite: "lax", path: "/", secure },
			},
		},
		pages: { signIn: routes.signIn(), error: routes.signIn(), signOut: routes.home() },
		callbacks: {
			// The JWT carries the opaque token and nothing about the person.
			jwt: ({ token, user }) => ({ sessionToken: tokenIn(user) ?? tokenIn(token) }),
			session: ({ session }) => ({ expires: session.expires }),
		},
		events: {
			async signOut({ token }) {
				const ended = tokenIn(token);
				if (ended) await signOut(ended);
			},
		},
		logger: {
			error: (code) => logError("next-auth", { code }),
			warn: () => undefined,
			debug: () => undefined,
		},
	};
}

type Context = { params: Promise<{ nextauth: string[] }> };

function handler(request: NextRequest, context: Context): Promise<Response> {
	return NextAuth(request, context, authOptions());
}

export const GET = handler;
export const POST = handler;
