import "server-only";
import { brandRequestsPage } from "@/lib/domains/playbook/constants/brand-requests";
import {
	findRequest,
	findRequestByToken,
	listOwnRequests,
	listRequests,
} from "@/lib/domains/playbook/data/brand-requests";
import { listManagers } from "@/lib/domains/playbook/data/portfolio";
import { requestListSchema, requestTokenSchema } from "@/lib/domains/playbook/schema/brand-requests";
import { can } from "@/lib/platform/access/permissions";
import { AppError } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { getSession, requireScope } from "@/lib/platform/session/session";

type Query = Record<string, string | string[] | undefined>;

/** The form for whoever comes; with their name and what they asked before where they are signed in. */
export async function loadAskToJoin() {
	const session = await getSession();
	if (!session) return { asker: null, requests: [] };
	const { user, scope } = session;
	return {
		asker: { name: user.name, email: user.email },
		requests: await listOwnRequests(scope),
	};
}

/** The request of a mail's link; null for a link that leads nowhere. */
export async function loadRequestState(query: Query) {
	const parsed = requestTokenSchema.safeParse({ token: query.token });
	if (!parsed.success) return null;
	const request = await findRequestByToken(parsed.data.token);
	return request && { request, token: parsed.data.token };
}

export async function loadBrandRequests(query: Query) {
	const scope = await requireScope("playbook.portfolio", routes.ops.brandRequests());
	const filter = requestListSchema.parse(query);
	return { filter, pageSize: brandRequestsPage, ...(await listRequests(scope, filter)) };
}

/** One request for whoever decides; null for one there is not. */
export async function loadBrandRequest(id: string) {
	const scope = await requireScope("playbook.portfolio", routes.ops.brandRequest(id));
	try {
		const [request, managers] = await Promise.all([findRequest(scope, id), listManagers(scope)]);
		return { request, managers, ownId: scope.userId, mayDecide: can(scope.role, "playbook.manage") };
	} catch (error) {
		if (error instanceof AppError && error.code === "NOT_FOUND") return null;
		throw error;
	}
}
