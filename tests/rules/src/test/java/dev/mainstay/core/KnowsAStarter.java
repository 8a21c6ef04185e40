package dev.mainstay.core;

import dev.mainstay.security.KnowsCore;

final class KnowsAStarter {

	KnowsCore other;

}
