package dev.mainstay.security;

import dev.mainstay.core.Known;

public final class KnowsCore extends Known {

}
