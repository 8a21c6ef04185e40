package dev.mainstay.security;

import dev.mainstay.test.KnowsAStarter;

final class KnowsTheAssertions {

	KnowsAStarter[] assertions;

}
