import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Permission, WorkspaceOf } from "@/lib/platform/access/permissions";
import { AppError, type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import { logError } from "@/lib/platform/log/log";
import { findForeignStatus, guardSettings } from "@/lib/platform/session/guard";
import { isGranted, type Scope } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

/** Codes any action may answer with, beside its own. */
export type ActionRefusal = "SIGNED_OUT" | "FORBIDDEN" | "NOT_FOUND" | "INPUT_INVALID" | "UNEXPECTED";

type Context<P extends Permission, Input> = { scope: Scope<WorkspaceOf<P>>; sessionId: string; input: Input };

/** Field path → first code, from a zod error whose messages are codes. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
	return fields;
}

/** Calls of actions pass the proxy by, so every action asks its question itself. */
async function isForeignCall(): Promise<boolean> {
	const status = findForeignStatus({ method: "POST", headers: await headers() }, guardSettings().portalUrl);
	return status !== null;
}

/** Turns what an action threw into an answer: known codes keep their name, the unknown is logged under an id. */
function answerFor(error: unknown): Refusal {
	unstable_rethrow(error);
	if (error instanceof AppError) return refuse(error.code);
	const errorId = randomUUID();
	logError("action failed", { errorId, error });
	return refuse("UNEXPECTED", { params: { errorId } });
}

/**
 * Builds a server action. The permission is part of its construction; the input is whatever the browser sent until the
 * schema has read it. Answers an `Outcome` and never throws at the caller.
 */
export function defineAction<P extends Permission, S extends z.ZodType, Value extends object>(definition: {
	permission: P;
	input: S;
	handler: (context: Context<P, z.output<S>>) => Promise<Outcome<Value>>;
}): (input: z.input<S>) => Promise<Outcome<Value>> {
	return async (input) => {
		try {
			if (await isForeignCall()) return refuse("FORBIDDEN");
			const session = await getSession();
			if (!session) return refuse("SIGNED_OUT");
			if (!isGranted(session.scope, definition.permission)) return refuse("FORBIDDEN");
			const parsed = definition.input.safeParse(input);
			if (!parsed.success) return refuse("INPUT_INVALID", { fieldErrors: fieldErrorsOf(parsed.error) });
			return await definition.handler({
				scope: session.scope,
				sessionId: session.sessionId,
				input: parsed.data,
			});
		} catch (error) {
			return answerFor(error);
		}
	};
}

/** The same for people who are not signed in (register, confirm, reset): no scope, and a schema all the same. */
export function definePublicAction<S extends z.ZodType, Value extends object>(definition: {
	permission: "public";
	input: S;
	handler: (context: { input: z.output<S> }) => Promise<Outcome<Value>>;
}): (input: z.input<S>) => Promise<Outcome<Value>> {
	return async (input) => {
		try {
			if (await isForeignCall()) return refuse("FORBIDDEN");
			const parsed = definition.input.safeParse(input);
			if (!parsed.success) return refuse("INPUT_INVALID", { fieldErrors: fieldErrorsOf(parsed.error) });
			return await definition.handler({ input: parsed.data });
		} catch (error) {
			return answerFor(error);
		}
	};
}
