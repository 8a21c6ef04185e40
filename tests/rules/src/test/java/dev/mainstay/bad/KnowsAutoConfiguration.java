package dev.mainstay.bad;

import dev.mainstay.bad.autoconfigure.OpenProperties;

final class KnowsAutoConfiguration {

	OpenProperties properties;

}
