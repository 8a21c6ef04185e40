package dev.mainstay.test;

import dev.mainstay.core.Known;

public final class KnowsAStarter {

	Known known;

}
