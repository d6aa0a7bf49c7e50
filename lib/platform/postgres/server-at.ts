import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { chooseAccount } from "./account";
import { locateBinaries } from "./binaries";
import { ensureCluster, hasCluster } from "./cluster";
import { diskFull } from "./failures";
import type { Place } from "./place";
import { ensureAppDatabase } from "./roles";
import { type Server, startServer } from "./server";

const megabyte = 1024 * 1024;

/** Starts a server on the cluster of `place`, which is created when there is none. */
export async function startServerAt(place: Place, ephemeral = false, port?: number): Promise<Server> {
	const account = chooseAccount(place.cluster);
	const binaries = locateBinaries(account);
	refuseFullDisk(dirname(place.cluster), hasCluster(place.cluster) ? 32 : 256);
	await ensureCluster({ place, account, binaries, ephemeral });
	const server = await startServer({ place, account, binaries, ephemeral, port });
	try {
		await ensureAppDatabase(place, server.port, ephemeral);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
}

function refuseFullDisk(folder: string, neededMegabytes: number): void {
	const { bavail, bsize } = statfsSync(folder);
	if ((bavail * bsize) / megabyte < neededMegabytes) throw diskFull(folder);
}
