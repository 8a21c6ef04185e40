package dev.mainstay.bad.util;

public final class Anything {

}
