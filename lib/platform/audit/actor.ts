/** Who acts: a person inside a scope, or the system itself (a schedule, the command line). */
export type Actor = {
	userId: string | null;
	label: string;
	organisationId: string | null;
	address: string | null;
};

export function actorOf(scope: {
	userId: string;
	userName: string;
	organisationId: string;
	address: string | null;
}): Actor {
	return {
		userId: scope.userId,
		label: scope.userName,
		organisationId: scope.organisationId,
		address: scope.address,
	};
}

/** `label` names the door, such as `cli:evaluate`. */
export function systemActor(label: string): Actor {
	return { userId: null, label, organisationId: null, address: null };
}
