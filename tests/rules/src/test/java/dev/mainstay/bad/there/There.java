package dev.mainstay.bad.there;

import dev.mainstay.bad.here.Here;

public final class There {

	Here here;

}
