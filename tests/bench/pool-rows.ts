import { createMember } from "@/tests/factories/identity";
import { fillPool } from "@/tests/factories/pools";
import { type ActionDoor, findActionId, keepConnections } from "./action";
import { compare, type Measured } from "./measure";
import { comparePool, prepareBare, readAllocation } from "./pool-row";
import { listReceivers, measureAction, runStorm } from "./pool-storm";
import { arrangePool, openDurableServer } from "./pool-world";
import { startPortal } from "./portal";

const PLENTY = "100000000000";

/** Grants against the bare statement, in process and over HTTP at two processes, and the storm; throws when a pool gave too much. */
export async function measurePool(rounds: number, note: (round: number) => void): Promise<Measured[]> {
	const server = await openDurableServer();
	const bare = await prepareBare(server.url);
	try {
		// The first finds an empty database and loads the demo, whose lead signs in below.
		const portals = [await startPortal(server.url), await startPortal(server.url)] as const;
		try {
			const world = await arrangePool(server.url, PLENTY);
			const measured = [await compare(comparePool(world, bare, rounds), note)];
			const actionId = findActionId("grantPoolAmount");
			const open = async (portal: (typeof portals)[number]): Promise<ActionDoor> => ({
				origin: portal.origin,
				cookie: await portal.signIn("lead@windmaker.example"),
				actionId,
				agent: keepConnections(20),
			});
			const doors = [await open(portals[0]), await open(portals[1])] as const;
			const leads = [
				(await createMember({ role: "ops_lead" })).scope,
				(await createMember({ role: "ops_lead" })).scope,
			] as const;
			const partnerIds = await listReceivers(server.url);
			const poolOf = async (total: string) => ({
				url: server.url,
				partnerIds,
				poolId: await fillPool(leads, total),
			});
			const storm = await runStorm(doors, await poolOf("10000"), await poolOf("10000"));
			console.log(
				JSON.stringify({ storm: { ...storm, granted: `${storm.granted}`, total: `${storm.total}` } }),
			);
			const plenty = await poolOf(PLENTY);
			const overHttp = {
				row: "pool: grants/s by the action over HTTP ÷ bare statement",
				unit: "grants/s",
				ours: { name: "action", run: () => measureAction(doors, plenty, 600) },
				reference: { name: "bare statement", run: bare.run },
				rounds,
				warmUps: 3,
				target: { min: 0.2 },
			};
			measured.push(await compare(overHttp, note));
			const { granted, ledger } = await readAllocation(server.url, plenty.poolId);
			if (granted !== ledger) throw new Error(`granted ${granted}, by the ledger ${ledger}`);
			return measured;
		} finally {
			for (const portal of portals) await portal.stop();
		}
	} finally {
		await bare.close();
		await server.close();
	}
}
