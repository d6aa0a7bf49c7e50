import { routes } from "@/lib/platform/routes/routes";

/**
 * Signs in through next-auth's own endpoints: its CSRF token first, then the credentials. The session cookie arrives with
 * the answer. Null on success, the refusal's code otherwise.
 */
export async function requestSignIn(credentials: {
	email: string;
	password: string;
}): Promise<string | null> {
	try {
		const tokenResponse = await fetch(routes.api.csrfToken());
		const { csrfToken } = (await tokenResponse.json()) as { csrfToken: string };
		const response = await fetch(routes.api.signIn(), {
			method: "POST",
			body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }),
		});
		const { url } = (await response.json()) as { url: string };
		const code = new URL(url, window.location.href).searchParams.get("error");
		return response.ok && !code ? null : (code ?? "SIGN_IN_UNAVAILABLE");
	} catch {
		return "SIGN_IN_UNAVAILABLE";
	}
}
