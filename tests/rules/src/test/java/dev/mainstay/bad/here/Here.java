package dev.mainstay.bad.here;

import dev.mainstay.bad.there.There;

public final class Here {

	There there;

}
