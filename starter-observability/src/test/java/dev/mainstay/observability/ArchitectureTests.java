package dev.mainstay.observability;

import dev.mainstay.rules.AbstractArchitectureTests;

class ArchitectureTests extends AbstractArchitectureTests {

}
